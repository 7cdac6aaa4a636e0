import './yield.ts';
import type { VmName } from '../form/schema.ts';
import { fetchParts, Parts, type Manifest, type PartName } from '../machine/files.ts';
import { asLabError, LabError } from '../machine/reasons.ts';
import { Session } from '../run/session.ts';
import type { Calls, CallName, FromWorker, ToWorker } from './protocol.ts';

// The module worker that holds the VMs. It gets the steps of a lab from the page, and has no text that readers see.

const post = (message: FromWorker) => postMessage(message);

let parts: Parts | undefined;
let session: Session | undefined;

function newSession(): Session {
  if (!parts) throw new LabError('emulator-failed', { message: 'start before open' });
  return new Session(parts, {
    machine: (vm) => ({
      output: (output) => post({ output, vm }),
      status: (status, message) => post({ status, vm, message }),
      command: (command) => post({ command, vm }),
    }),
  });
}

const current = () => (session ??= newSession());
const running = async (vm: VmName) => current().existing(vm);

/** Handlers of the calls. */
const calls: { [N in CallName]: (args: Calls[N]['in']) => Promise<Calls[N]['out']> } = {
  open: async ({ manifest, urls }: { manifest: Manifest; urls: Record<PartName, string> }) => {
    parts = new Parts(manifest, fetchParts(urls), (progress) => post({ progress }));
    return undefined;
  },
  start: async ({ vm, how }) => void (await current().machine(vm, how)),
  step: async ({ step }) => current().run(step),
  resize: async ({ vm, rows, cols }) => void (await (await running(vm))?.resize(rows, cols)),
  hold: async ({ step, outcome }) => current().hold(step, outcome),
  keep: async () => void (await current().keep()),
  goBack: async () => void (await current().goBack()),
  setClocks: async () => {
    for (const vm of ['vm1', 'vm2'] as const) await (await running(vm))?.setClock();
    return undefined;
  },
  startOver: async () => {
    await session?.end();
    session = undefined;
    return undefined;
  },
  ping: async () => undefined,
};

async function answer(id: number, work: () => Promise<Calls[CallName]['out']>): Promise<void> {
  try {
    post({ answer: id, value: await work() });
  } catch (error) {
    const { reason, detail } = asLabError(error);
    post({ answer: id, reason, detail });
  }
}

onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('write' in data) void running(data.vm).then((machine) => machine?.write(data.write));
  else void answer(data.id, () => (calls[data.call] as (args: object) => Promise<Calls[CallName]['out']>)(data.args));
};

const fail = (thrown: unknown) => {
  const { reason, detail } = asLabError(thrown);
  post({ failed: reason, detail });
};
// v86 runs in timers of its own: its errors reach no caller.
addEventListener('error', ({ error, message }) => fail(error ?? message));
addEventListener('unhandledrejection', ({ reason }) => fail(reason));
