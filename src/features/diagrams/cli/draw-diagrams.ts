// npm run diagrams [-- id …] [--force] [--check]: draws what changed. --check only reports problems, without a browser.
import { existsSync, readFileSync } from 'node:fs';
import { commandArguments } from '#shared/command-arguments.ts';
import { checkDiagrams } from '../check/check.ts';
import { diagramFile, diagramIds, diagramSource } from '#model/diagram-files.ts';
import { diagramHash } from '../render/hash.ts';
import { startRenderer, type Renderer } from '../render/render.ts';
import { widen } from '../render/widen.ts';
import { parseDiagram, type DiagramSource } from '../source.ts';
import { syntaxProblem } from '../render/syntax.ts';
import { writeDrawn, writeSvg } from '../render/write.ts';
import { writeAtomic } from '#shared/write-atomic.ts';
import { formatProblems, type Problem } from '#shared/problem.ts';

const root = process.cwd();
const { options, words: wanted } = commandArguments(
  'npm run diagrams [-- id …] [--force] [--check]',
  ['force', 'check'],
  Infinity,
);

/** Draws one diagram. The file is written atomically: a failure leaves the old drawing untouched. */
async function drawOne(renderer: () => Promise<Renderer>, id: string): Promise<Problem[]> {
  const file = diagramSource(id);
  const text = readFileSync(file, 'utf8');
  const { source, problems } = parseDiagram(file, text);
  if (problems.length > 0) return problems;
  try {
    writeAtomic(diagramFile(id, 'svg'), await drawn(renderer, id, source, diagramHash(text)));
    return [];
  } catch (error) {
    return [syntaxProblem(file, text, error as Error)];
  }
}

/** Draws a source. Hand-placed shapes need no browser. */
async function drawn(renderer: () => Promise<Renderer>, id: string, source: DiagramSource, hash: string) {
  if (source.drawing) return writeDrawn(id, source, source.drawing, hash);
  return writeSvg(id, source, widen(await (await renderer()).render(source), source.width), hash);
}

function isFresh(id: string): boolean {
  const drawing = diagramFile(id, 'svg');
  return (
    existsSync(drawing) &&
    readFileSync(drawing, 'utf8').includes(`data-hash="${diagramHash(readFileSync(diagramSource(id), 'utf8'))}"`)
  );
}

/** Draws stale diagrams. A failure does not keep the others from being drawn. */
async function draw(ids: readonly string[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  let started: Promise<Renderer> | undefined;
  const renderer = () => (started ??= startRenderer());
  try {
    for (const id of ids) {
      const found = await drawOne(renderer, id);
      if (found.length === 0) console.log(`drew ${diagramFile(id, 'svg')}`);
      problems.push(...found);
    }
  } finally {
    await (await started)?.close();
  }
  return problems;
}

async function run(): Promise<Problem[]> {
  const known = diagramIds(root);
  const chosen = wanted.length === 0 ? known : known.filter((id) => wanted.includes(id));
  const unknown = wanted
    .filter((id) => !known.includes(id))
    .map((id) => ({
      file: diagramSource(id),
      problem: 'there is no such diagram',
      fix: 'Give ids of files in content/diagrams.',
    }));
  const stale = chosen.filter((id) => options.has('force') || !isFresh(id));
  const failed = options.has('check') ? [] : await draw(stale);
  // A source that could not be drawn has been reported; that its drawing is stale or missing adds nothing.
  const told = new Set(failed.map(({ file }) => file.replace(/\.\w+$/, '')));
  const checked = checkDiagrams(root).filter(
    ({ file }) =>
      !told.has(file.replace(/\.\w+$/, '')) && (wanted.length === 0 || wanted.some((id) => file.includes(`/${id}.`))),
  );
  return [...unknown, ...failed, ...checked];
}

try {
  const problems = await run();
  console.log(
    problems.length > 0
      ? formatProblems(problems)
      : `All ${diagramIds(root).length} diagrams are up to date and valid.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
