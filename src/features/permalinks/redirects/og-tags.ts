const wanted =
  /<title>[\s\S]*?<\/title>|<link rel="canonical"[^>]*>|<meta (?:name="(?:description|twitter:[^"]*)"|property="og:[^"]*")[^>]*>/g;

/** What a link preview shows of a page. */
export interface OgTags {
  /** Title without the name of the site. */
  title: string;
  /** Title, description, canonical address and Open Graph tags, as they stand in the head. */
  tags: string;
}

/** Reads the preview tags of a built page. The path stands in for a title that is missing. */
export function readOgTags(html: string, path: string): OgTags {
  const head = html.slice(0, html.indexOf('</head>'));
  const title =
    /<meta property="og:title" content="([^"]*)"/.exec(head)?.[1] ?? /<title>([\s\S]*?)<\/title>/.exec(head)?.[1];
  return { title: title ?? path, tags: (head.match(wanted) ?? []).join('') };
}
