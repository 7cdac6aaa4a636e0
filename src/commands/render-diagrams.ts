// npm run diagrams [-- id …] [--force] [--check]: draws what changed; --check only tells what is wrong, without a browser.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { checkDiagrams } from '../lib/diagrams/check.ts';
import { diagramFile, diagramIds } from '../lib/diagrams/files.ts';
import { diagramHash } from '../lib/diagrams/hash.ts';
import { startRenderer, type Renderer } from '../lib/diagrams/render.ts';
import { parseDiagram } from '../lib/diagrams/source.ts';
import { syntaxProblem } from '../lib/diagrams/syntax.ts';
import { writeSvg } from '../lib/diagrams/write.ts';
import { formatProblem, formatProblems, type Problem } from '../lib/problem.ts';

const root = process.cwd();
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));

/** Draws one diagram. The drawing appears whole or not at all: a failure leaves the old one as it was. */
async function drawOne(renderer: Renderer, id: string): Promise<Problem[]> {
  const file = diagramFile(id, 'mmd');
  const text = readFileSync(file, 'utf8');
  const { source, problems } = parseDiagram(file, text);
  if (problems.length > 0) return problems;
  try {
    const svg = writeSvg(id, source, await renderer.render(source), diagramHash(text));
    writeFileSync(`${diagramFile(id, 'svg')}.new`, svg);
    renameSync(`${diagramFile(id, 'svg')}.new`, diagramFile(id, 'svg'));
    return [];
  } catch (error) {
    return [syntaxProblem(file, text, error as Error)];
  }
}

function isFresh(id: string): boolean {
  const drawing = diagramFile(id, 'svg');
  return (
    existsSync(drawing) &&
    readFileSync(drawing, 'utf8').includes(`data-hash="${diagramHash(readFileSync(diagramFile(id, 'mmd'), 'utf8'))}"`)
  );
}

async function draw(): Promise<Problem[]> {
  const known = diagramIds(root);
  const unknown = wanted.filter((id) => !known.includes(id));
  const stale = known.filter(
    (id) => (wanted.length === 0 || wanted.includes(id)) && (flags.includes('--force') || !isFresh(id)),
  );
  const problems: Problem[] = unknown.map((id) => ({
    file: diagramFile(id, 'mmd'),
    problem: 'there is no such diagram',
    fix: 'Give ids of files in content/diagrams.',
  }));
  if (stale.length > 0) {
    const renderer = await startRenderer();
    for (const id of stale) {
      const found = await drawOne(renderer, id);
      console.log(found.length === 0 ? `drew ${diagramFile(id, 'svg')}` : found.map(formatProblem).join('\n'));
      problems.push(...found);
    }
    await renderer.close();
  }
  return problems;
}

const failed = flags.includes('--check') ? [] : await draw();
const checked = checkDiagrams(root).filter(
  ({ file }) => wanted.length === 0 || wanted.some((id) => file.includes(`/${id}.`)),
);
if (checked.length > 0) console.log(formatProblems(checked));
if (failed.length + checked.length === 0) console.log(`All ${diagramIds(root).length} diagrams are fresh and sound.`);
process.exitCode = failed.length + checked.length === 0 ? 0 : 1;
