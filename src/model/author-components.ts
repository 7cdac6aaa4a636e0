import type { CollectionName } from './collections.ts';
import { quizSections } from './quiz.ts';
import { sourceKinds } from './schemas/source.ts';

/** What an attribute of a component names: an entry of a collection, a diagram, a lab, a block of commands, a group of questions or of symptoms, a section of the sidebar, or one of a few words; else it is a position in a list, or words for readers. */
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

/** One component as authors may write it: its attributes. All are required but those in {@link optionalAttributes}. */
export type AuthorComponent = Readonly<Record<string, AttributeKind>>;

/** Attributes that a component can do without, each as `Component.attribute`. */
export const optionalAttributes: ReadonlySet<string> = new Set([
  'Diagram.replaces',
  'DiagramSlider.replaces',
  'Steps.replaces',
  'HostSwitch.trait',
  'SectionPages.from',
  'SectionPages.to',
]);

/** Where pages import components from. */
export const componentsModule = '~/components';

/** Every component that authors may write, with its attributes. What is not here is reported, with the nearest name. */
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

/** Astro's own, which needs no import: a part of a component's content. */
export const slotComponent = 'Fragment';
/** The places that the content of a `Compare` has. */
export const slotNames: readonly string[] = ['containers', 'vms'];
