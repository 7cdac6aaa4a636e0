import type { Statement } from './schemas/statement.ts';
import type { Trait } from './schemas/trait.ts';

/** Whether a trait is part of the short document, that is, has a statement about containers. */
export const inShortForm = ({ statements }: Pick<Trait, 'statements'>): boolean =>
  statements.some((id) => id.startsWith('C'));

/** Whether a statement names example systems, which the short document counts as its sixth trait. */
export const namesExamples = ({ id }: Pick<Statement, 'id'>): boolean => id === 'C6' || id === 'V6';
