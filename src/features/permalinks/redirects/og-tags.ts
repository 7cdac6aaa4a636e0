const wanted =
  /<title>[\s\S]*?<\/title>|<link rel="canonical"[^>]*>|<meta (?:name="(?:description|twitter:[^"]*)"|property="og:[^"]*")[^>]*>/g;

/** Preview of a page, as in links shared to it. */
export interface OgTags {
  /** Title without the name of the site. */
  title: string;
  /** Tags for title, description, canonical address and Open Graph, as in the head. */
  tags: string;
}

/** Reads the preview tags of a built page. The path replaces a missing title. */
export function readOgTags(html: string, path: string): OgTags {
  const head = html.slice(0, html.indexOf('</head>'));
  const title =
    /<meta property="og:title" content="([^"]*)"/.exec(head)?.[1] ?? /<title>([\s\S]*?)<\/title>/.exec(head)?.[1];
  return { title: title ?? path, tags: (head.match(wanted) ?? []).join('') };
}
