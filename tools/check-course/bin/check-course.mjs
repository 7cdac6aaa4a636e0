#!/usr/bin/env node
// The packed command is one JavaScript file; in the project itself, run the TypeScript source.
import { existsSync } from 'node:fs';

const packed = new URL('../lib/cli.js', import.meta.url);
const source = new URL('../cli.ts', import.meta.url);
const { main } = await import((existsSync(source) ? source : packed).href);
process.exitCode = await main(process.argv.slice(2));
