import type { CollectionName } from './collections.ts';
import { quizSections } from './quiz.ts';
import { sourceKinds } from './schemas/source.ts';

/**
 * What the value of an attribute must be: the id of a collection entry, diagram, lab or block of commands; the name of a group of questions or
 * symptoms or of a sidebar section; one of a few words; a position in a list; or free text for readers.
 */
export type AttributeKind =
  | { entryOf: CollectionName }
  | 'diagram'
  | 'lab'
  | 'commands'
  | 'question-group'
  | 'symptom-group'
  | 'section'
  | 'position'
  | 'words'
  | readonly string[];

/** A component that authors may use, as a map from attribute to kind. All attributes are required except those in {@link optionalAttributes}. */
export type AuthorComponent = Readonly<Record<string, AttributeKind>>;

/** Optional attributes, each as `Component.attribute`. */
export const optionalAttributes: ReadonlySet<string> = new Set([
  'Diagram.replaces',
  'DiagramSlider.replaces',
  'Steps.replaces',
  'HostSwitch.trait',
  'SectionPages.from',
  'SectionPages.to',
]);

/** Module specifier from which pages import components. */
export const componentsModule = '~/components';

/** Every component that authors may use. Any other is reported, with the nearest known name. */
export const authorComponents: Readonly<Record<string, AuthorComponent>> = {
  Cite: { id: { entryOf: 'sources' } },
  Term: { id: { entryOf: 'glossary' } },
  Number: { id: { entryOf: 'numbers' } },
  Statement: { id: { entryOf: 'statements' } },
  TraitFacts: { id: { entryOf: 'traits' } },
  SystemFacts: { id: { entryOf: 'systems' } },
  PathSteps: { id: { entryOf: 'paths' } },
  Lesson: { id: { entryOf: 'lessons' }, part: ['goals', 'before', 'plan', 'hand-out'] },
  Diagram: { id: 'diagram', replaces: 'diagram' },
  DiagramPair: { containers: 'diagram', vms: 'diagram' },
  DiagramSlider: { id: 'diagram', replaces: 'diagram' },
  Steps: { id: 'diagram', replaces: 'diagram' },
  Lab: { id: 'lab' },
  Recorded: { id: 'commands' },
  HostSwitch: { trait: { entryOf: 'traits' } },
  CheckCourse: {},
  Choice: {},
  ChoiceExamples: {},
  ChoiceOutcomes: {},
  ChoiceRecord: {},
  Compare: {},
  Bibliography: { kind: sourceKinds },
  QuestionList: { group: 'question-group' },
  TraitsTable: { form: ['short', 'full'] },
  SectionPages: { from: 'position', to: 'position' },
  Filter: { label: 'words' },
  HomeDoors: {},
  TraitRows: {},
  ChangeList: {},
  ClaimList: {},
  UsualReading: {},
  ContradictionList: {},
  DiagramList: { section: 'section' },
  GlossaryList: {},
  HistoryList: {},
  LabsTable: {},
  MisconceptionList: {},
  NumbersTable: { trait: { entryOf: 'traits' } },
  PathList: {},
  Quiz: { section: quizSections },
  GlanceQuiz: {},
  LabQuiz: {},
  PathQuiz: { id: { entryOf: 'paths' } },
  QuizPages: {},
  QuizFiles: {},
  SymptomList: { group: 'symptom-group' },
  SystemsMap: {},
  SystemsTable: {},
  UseCasesMap: {},
  UseCasesTable: {},
};

/** Astro's built-in component for passing content to a slot; needs no import. */
export const slotComponent = 'Fragment';
/** Slots of `Compare`. */
export const slotNames: readonly string[] = ['containers', 'vms'];
