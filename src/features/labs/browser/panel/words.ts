import { t } from 'virtual:i18n/labs';
import type { Fault } from '../../form/judge.ts';
import type { Reason, ReasonDetail } from '../../machine/reasons.ts';

/** Bytes as megabytes with one decimal, as on the button. */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Message about a failure. */
export function reasonWords(reason: Reason, detail: ReasonDetail): string {
  const values: ReasonDetail = { seconds: 0, message: '', file: '', status: 0, ...detail };
  return t(`labs.reason.${reason}`, {
    ...values,
    got: megabytes(Number(detail.got ?? 0)),
    size: megabytes(Number(detail.size ?? 0)),
  });
}

/** Message about a step with faults: only the first one, which mostly explains the rest. */
export function faultWords([fault]: readonly Fault[]): string {
  if (!fault) return '';
  if (fault.kind === 'exit') return t('labs.fault.exit', { seen: fault.seen ?? '', expected: fault.expected });
  if (fault.kind === 'ended') return t('labs.fault.ended');
  if (fault.kind === 'relation') return t('labs.fault.relation', { seen: fault.seen });
  return t(fault.kind === 'not' ? 'labs.fault.not' : 'labs.fault.expect', { expected: fault.expected });
}
