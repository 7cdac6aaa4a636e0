import { zipOf } from '#shared/zip.ts';
import type { Bank, BankGroup, BankItem } from './bank.ts';
import { el, raw, xmlDocument, type Xml } from './xml.ts';

const namespace = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const outcome = (identifier: string, baseType: string, content?: Xml) =>
  el('outcomeDeclaration', { identifier, cardinality: 'single', baseType }, content);
const set = (identifier: string, value: Xml) => el('setOutcomeValue', { identifier }, value);
const modal = (identifier: string, outcomeIdentifier: string, html: string) =>
  el('modalFeedback', { outcomeIdentifier, identifier, showHide: 'show' }, raw(html));

const processing = el('responseProcessing', {}, [
  el('responseCondition', {}, [
    el('responseIf', {}, [
      el('match', {}, [el('variable', { identifier: 'RESPONSE' }), el('correct', { identifier: 'RESPONSE' })]),
      set('SCORE', el('baseValue', { baseType: 'float' }, '1')),
    ]),
    el('responseElse', {}, set('SCORE', el('baseValue', { baseType: 'float' }, '0'))),
  ]),
  set('CHOSEN', el('variable', { identifier: 'RESPONSE' })),
  set('WHY', el('baseValue', { baseType: 'identifier' }, 'why')),
]);

/** A question as a QTI 2.1 item. */
function assessmentItem(item: BankItem, language: string): string {
  const right = item.answers.find((answer) => answer.right)!;
  const choices = item.answers.map(({ letter, html }) => el('simpleChoice', { identifier: letter }, raw(html)));
  const root = el(
    'assessmentItem',
    {
      xmlns: namespace,
      identifier: item.id,
      title: item.id,
      adaptive: 'false',
      timeDependent: 'false',
      'xml:lang': language,
    },
    [
      el(
        'responseDeclaration',
        { identifier: 'RESPONSE', cardinality: 'single', baseType: 'identifier' },
        el('correctResponse', {}, el('value', {}, right.letter)),
      ),
      outcome('SCORE', 'float', el('defaultValue', {}, el('value', {}, '0'))),
      outcome('CHOSEN', 'identifier'),
      outcome('WHY', 'identifier'),
      el(
        'itemBody',
        {},
        el('choiceInteraction', { responseIdentifier: 'RESPONSE', shuffle: 'true', maxChoices: 1 }, [
          el('prompt', {}, raw(item.ask)),
          ...choices,
        ]),
      ),
      processing,
      modal('why', 'WHY', item.feedback),
      ...item.answers.flatMap(({ letter, feedback }) => (feedback ? [modal(letter, 'CHOSEN', feedback)] : [])),
    ],
  );
  return xmlDocument(root);
}

const itemFile = ({ id }: BankItem) => `items/${id}.xml`;
const testFile = ({ section }: BankGroup) => `quiz-${section}.xml`;

/** The questions of a section as a test that refers to its items. */
function assessmentTest(group: BankGroup): string {
  const refs = group.items.map((item) => el('assessmentItemRef', { identifier: item.id, href: itemFile(item) }));
  const section = el('assessmentSection', { identifier: 'section', title: group.title, visible: 'true' }, refs);
  return xmlDocument(
    el(
      'assessmentTest',
      { xmlns: namespace, identifier: `quiz-${group.section}`, title: group.title },
      el('testPart', { identifier: 'part', navigationMode: 'nonlinear', submissionMode: 'individual' }, section),
    ),
  );
}

const resource = (identifier: string, type: string, href: string, needs: readonly string[] = []) =>
  el('resource', { identifier, type, href }, [
    el('file', { href }),
    ...needs.map((identifierref) => el('dependency', { identifierref })),
  ]);

function manifest({ groups }: Bank): string {
  const resources = groups.flatMap((group) => [
    resource(
      `quiz-${group.section}`,
      'imsqti_test_xmlv2p1',
      testFile(group),
      group.items.map(({ id }) => id),
    ),
    ...group.items.map((item) => resource(item.id, 'imsqti_item_xmlv2p1', itemFile(item))),
  ]);
  return xmlDocument(
    el('manifest', { identifier: 'containers-vs-vms-qti21', xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1' }, [
      el('metadata', {}, [el('schema', {}, 'QTIv2.1 Package'), el('schemaversion', {}, '1.0.0')]),
      el('organizations'),
      el('resources', {}, resources),
    ]),
  );
}

/** The bank as a QTI 2.1 package: an item per question, and a test per section. */
export function qti21File(bank: Bank): Uint8Array {
  const { groups, language } = bank;
  return zipOf(
    new Map([
      ['imsmanifest.xml', manifest(bank)],
      ...groups.map((group) => [testFile(group), assessmentTest(group)] as const),
      ...groups.flatMap(({ items }) => items.map((item) => [itemFile(item), assessmentItem(item, language)] as const)),
    ]),
  );
}
