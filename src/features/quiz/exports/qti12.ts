import { zipOf } from '#shared/zip.ts';
import type { Bank, BankGroup, BankItem } from './bank.ts';
import { el, xmlDocument, type Xml } from './xml.ts';

const namespace = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2';

const metadata = (fields: Readonly<Record<string, string>>) =>
  el(
    'qtimetadata',
    {},
    Object.entries(fields).map(([label, entry]) =>
      el('qtimetadatafield', {}, [el('fieldlabel', {}, label), el('fieldentry', {}, entry)]),
    ),
  );

const material = (html: string) => el('material', {}, el('mattext', { texttype: 'text/html' }, html));
const feedback = (ident: string, html: string) => el('itemfeedback', { ident }, el('flow_mat', {}, material(html)));
const shown = (ident: string) => el('displayfeedback', { feedbacktype: 'Response', linkrefid: ident });
const chosen = (letter: string) => el('conditionvar', {}, el('varequal', { respident: 'response' }, letter));

/** Response processing: every answer shows the question's feedback; one that reveals a misconception also shows its own; the correct answer scores. */
function processing({ answers }: BankItem): Xml {
  const own = answers.filter((answer) => answer.feedback);
  const right = answers.find((answer) => answer.right)!;
  return el('resprocessing', {}, [
    el('outcomes', {}, el('decvar', { maxvalue: '100', minvalue: '0', varname: 'SCORE', vartype: 'Decimal' })),
    el('respcondition', { continue: 'Yes' }, [el('conditionvar', {}, el('other')), shown('general_fb')]),
    ...own.map(({ letter }) => el('respcondition', { continue: 'Yes' }, [chosen(letter), shown(`${letter}_fb`)])),
    el('respcondition', { continue: 'No' }, [
      chosen(right.letter),
      el('setvar', { action: 'Set', varname: 'SCORE' }, '100'),
    ]),
  ]);
}

function question(item: BankItem): Xml {
  const labels = item.answers.map(({ letter, html }) => el('response_label', { ident: letter }, material(html)));
  return el('item', { ident: item.id, title: item.id }, [
    el('itemmetadata', {}, metadata({ cc_profile: 'cc.multiple_choice.v0p1' })),
    el('presentation', {}, [
      material(item.ask),
      el('response_lid', { ident: 'response', rcardinality: 'Single' }, el('render_choice', {}, labels)),
    ]),
    processing(item),
    feedback('general_fb', item.feedback),
    ...item.answers.flatMap((answer) => (answer.feedback ? [feedback(`${answer.letter}_fb`, answer.feedback)] : [])),
  ]);
}

/** The questions of a section as a QTI 1.2 assessment, in the profile required by Common Cartridge. */
export function assessment({ section, title, items }: BankGroup): string {
  const fields = {
    cc_profile: 'cc.exam.v0p1',
    qmd_assessmenttype: 'Examination',
    qmd_scoretype: 'Percentage',
    qmd_feedbackpermitted: 'Yes',
    qmd_solutionspermitted: 'Yes',
    cc_maxattempts: 'unlimited',
  };
  const root = el('assessment', { ident: `quiz-${section}`, title }, [
    metadata(fields),
    el('section', { ident: 'root_section' }, items.map(question)),
  ]);
  return xmlDocument(el('questestinterop', { xmlns: namespace }, root));
}

/** The bank as a QTI 1.2 package with an assessment per section, for Canvas and other systems. */
export function qti12File({ groups }: Bank): Uint8Array {
  const name = ({ section }: BankGroup) => `quiz-${section}.xml`;
  const manifest = el(
    'manifest',
    { identifier: 'containers-vs-vms-qti12', xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1' },
    [
      el('metadata', {}, [el('schema', {}, 'IMS Content'), el('schemaversion', {}, '1.1.3')]),
      el('organizations'),
      el(
        'resources',
        {},
        groups.map((group) =>
          el(
            'resource',
            { identifier: `quiz-${group.section}`, type: 'imsqti_xmlv1p2', href: name(group) },
            el('file', { href: name(group) }),
          ),
        ),
      ),
    ],
  );
  return zipOf(
    new Map([
      ['imsmanifest.xml', xmlDocument(manifest)],
      ...groups.map((group) => [name(group), assessment(group)] as const),
    ]),
  );
}
