import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { t } from '#model/i18n.ts';
import { dataFile } from '#model/data.ts';
import { lastChanged } from '#model/last-changed.ts';
import { zipOf } from '#shared/zip.ts';
import { back, front } from './anki.ts';
import { allItems, tagsOf, type Bank, type BankGroup } from './bank.ts';

/** Tables and indexes of a collection in Anki's schema 11, which every version since 2.0 can read. */
const schema = `
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null,
  dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null,
  tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null,
  usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null,
  factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null,
  lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);`;

/** Anki's default settings for a new collection. An import requires them, but keeps those of the user. */
const options = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 100 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
};

const hash = (text: string) => createHash('sha1').update(text).digest();

/**
 * A stable number for one of our ids. Anki interprets it as the time of creation in milliseconds, so it is between 2001 and 2036. If it clashes with
 * one of the user's, the importer assigns another.
 */
const numberOf = (id: string) => 1e12 + Number(hash(id).readBigUInt64BE() % 1_100_000_000_000n);

const deckOf = ({ section }: BankGroup) => numberOf(`/teach/quiz/${section}/`);

/** Checksum by which Anki finds duplicate first fields: the first eight hex digits of the SHA-1 of the text. */
const checksum = (text: string) => hash(text).readUInt32BE();
const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

/** Settings of a deck in Anki's schema 11. */
const deck = (id: number, name: string, mod: number) => ({
  id,
  name,
  mod,
  usn: 0,
  desc: '',
  dyn: 0,
  conf: 1,
  collapsed: false,
  browserCollapsed: false,
  extendNew: 10,
  extendRev: 50,
  newToday: [0, 0],
  revToday: [0, 0],
  lrnToday: [0, 0],
  timeToday: [0, 0],
});

const css = `.card { max-width: 36em; margin: 0 auto; padding: 0 1em; font: 20px/1.45 system-ui, sans-serif; text-align: left; }
.card li { margin-block: 0.4em; }
code { font-size: 0.9em; }`;

/** The note type: question and answers on the front, the correct answer and the reason on the back. */
function noteType(id: number, name: string, mod: number) {
  const fields = [t('quiz.anki.front'), t('quiz.anki.back')];
  return {
    id,
    name,
    mod,
    type: 0,
    usn: 0,
    sortf: 0,
    did: 1,
    css,
    latexPre: '',
    latexPost: '',
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
    flds: fields.map((field, ord) => ({
      name: field,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: [
      {
        name: t('quiz.anki.card'),
        ord: 0,
        qfmt: `{{${fields[0]}}}`,
        afmt: `{{FrontSide}}\n<hr id="answer">\n{{${fields[1]}}}`,
        bqfmt: '',
        bafmt: '',
        did: null,
      },
    ],
  };
}

/** Writes a database to a temporary file and returns its bytes, because `node:sqlite` cannot serialise one in memory. */
function databaseBytes(fill: (database: DatabaseSync) => void): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'anki-'));
  try {
    const file = path.join(folder, 'collection.anki2');
    const database = new DatabaseSync(file);
    database.exec('pragma journal_mode = off; begin');
    fill(database);
    database.exec('commit; vacuum');
    database.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The single row of the `col` table: settings, note types, decks and options. */
function collectionRow(bank: Bank, model: number, mod: number): (string | number)[] {
  const decks = [
    deck(1, 'Default', mod),
    deck(numberOf('/teach/quiz/'), bank.title, mod),
    ...bank.groups.map((group) => deck(deckOf(group), `${bank.title}::${group.title}`, mod)),
  ];
  const byId = <T extends { id: number }>(entries: readonly T[]) =>
    JSON.stringify(Object.fromEntries(entries.map((entry) => [entry.id, entry])));
  const settings = JSON.stringify({
    activeDecks: [1],
    curDeck: 1,
    curModel: String(model),
    nextPos: allItems(bank).length + 1,
    sortType: 'noteFld',
    sortBackwards: false,
  });
  const kinds = byId([noteType(model, bank.title, mod)]);
  return [mod, mod * 1000, mod * 1000, settings, kinds, byId(decks), byId([options])];
}

/**
 * The bank as an Anki package: a deck per section, inside one for the site. Imports match notes by id and replace older text, but keep learning progress.
 * @param changed day of the last change to the text, as `2026-11-28`; by default that of the file with the questions
 */
export function apkgFile(bank: Bank, changed = lastChanged(dataFile('quiz'))): Uint8Array {
  const mod = Date.parse(changed) / 1000;
  const model = numberOf(bank.title);
  const collection = databaseBytes((database) => {
    database.exec(schema);
    const whole = database.prepare("insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')");
    whole.run(...collectionRow(bank, model, mod));
    const note = database.prepare("insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
    const card = database.prepare("insert into cards values (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
    let due = 0;
    for (const group of bank.groups)
      for (const item of group.items) {
        const id = numberOf(item.id);
        const fields = [front(item), back(item)];
        const sorted = textOf(fields[0]!);
        const tags = ` ${tagsOf(group, item).join(' ')} `;
        note.run(id, item.id, model, mod, tags, fields.join('\u001f'), sorted, checksum(sorted));
        card.run(id, id, deckOf(group), mod, ++due);
      }
  });
  return zipOf(
    new Map<string, string | Uint8Array>([
      ['collection.anki2', collection],
      ['media', '{}'],
    ]),
  );
}
