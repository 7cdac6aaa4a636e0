import type { NumberEntry } from './schemas/number.ts';

/** The figure with its unit, joined by a no-break space: `76 %`. */
export function figure({ value, unit }: Pick<NumberEntry, 'value' | 'unit'>): string {
  return unit ? `${value}\u00a0${unit}` : value;
}

/** Whether the figure is past its review date on `today`, which starts with `YYYY-MM-DD`. */
export function isStale({ reviewBy }: Pick<NumberEntry, 'reviewBy'>, today: string): boolean {
  return today.slice(0, 10) > reviewBy;
}
