import type { Lab, VmName } from './schema.ts';
import type { BoxKind, Mark, PictureEvent } from './picture-schema.ts';

/** One box of the picture. A VM's box represents its kernel: the mark `panic` turns the kernel red. */
export interface Box {
  id: string;
  kind: 'vm' | BoxKind;
  /** Id of the box that it is in; undefined for VMs, which are in the emulator. */
  in: string | undefined;
  /** Its label; that of a VM is its id. */
  label: string;
  mark: Mark;
  /** The mark in words. */
  markLabel: string | undefined;
}

/** A state of the picture: boxes in the order in which they were added, arrows, and the box that the reader is in. */
export interface Picture {
  boxes: Box[];
  arrows: { from: string; to: string; label: string }[];
  /** Id of the box that the reader is in. */
  here: string;
}

/** A box that an event mentions but the picture does not have. */
export interface PictureFault {
  /** Id of the step with the event. */
  step: string;
  /** The missing id. */
  box: string;
}

const vmBox = (id: VmName): Box => ({ id, kind: 'vm', in: undefined, label: id, mark: 'plain', markLabel: undefined });

/** The picture before the first step: one VM, and the reader in it. */
const firstPicture = (): Picture => ({ boxes: [vmBox('vm1')], arrows: [], here: 'vm1' });

/** Ids of a box and of everything in it. */
function within(boxes: Box[], id: string): Set<string> {
  const ids = new Set([id]);
  // Boxes come after the box they are in, so that one pass finds all.
  for (const box of boxes) if (box.in !== undefined && ids.has(box.in)) ids.add(box.id);
  return ids;
}

function without(picture: Picture, gone: Set<string>, here: string): Picture {
  return {
    boxes: picture.boxes.filter(({ id }) => !gone.has(id)),
    arrows: picture.arrows.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
    here: gone.has(picture.here) ? here : picture.here,
  };
}

/** The picture after one event of a step that runs on `on`. */
function applyEvent(picture: Picture, event: PictureEvent, on: VmName): Picture {
  if ('add' in event) {
    const { add: id, kind, label } = event;
    const box: Box = { id, kind, in: event.in ?? on, label, mark: 'plain', markLabel: undefined };
    return { ...picture, boxes: [...picture.boxes.filter((other) => other.id !== id), box] };
  }
  if ('remove' in event) return without(picture, within(picture.boxes, event.remove), on);
  if ('mark' in event) {
    const boxes = picture.boxes.map((box) =>
      box.id === event.mark ? { ...box, mark: event.as, markLabel: event.label } : box,
    );
    return { ...picture, boxes };
  }
  if ('here' in event) return { ...picture, here: event.here };
  return { ...picture, arrows: [...picture.arrows, { from: event.arrow, to: event.to, label: event.label }] };
}

/** The picture after the first `done` steps of a lab. A second VM appears with its first step. */
export function pictureAfter(lab: Pick<Lab, 'steps'>, done: number): Picture {
  let picture = firstPicture();
  const saved = new Map<VmName, Box[]>();
  for (const step of lab.steps.slice(0, done)) {
    if (!picture.boxes.some(({ id }) => id === step.on))
      picture = { ...picture, boxes: [...picture.boxes, vmBox(step.on)] };
    picture = { ...picture, here: heldBy(picture, step.on) };
    if ('act' in step) picture = applyAct(picture, step.act, step.on, saved);
    for (const event of step.picture) picture = applyEvent(picture, event, step.on);
  }
  return picture;
}

/** The reader's place, moved into the VM that the step runs on unless it is in there already. */
function heldBy(picture: Picture, vm: VmName): string {
  return within(picture.boxes, vm).has(picture.here) ? picture.here : vm;
}

/** The effect of an action on the picture: a VM returns to its snapshot, or starts again with nothing but its disks. */
function applyAct(picture: Picture, act: string, vm: VmName, saved: Map<VmName, Box[]>): Picture {
  const inside = within(picture.boxes, vm);
  const own = picture.boxes.filter(({ id }) => inside.has(id));
  if (act === 'save') saved.set(vm, own);
  if (act !== 'restore' && act !== 'restart') return picture;
  const kept =
    act === 'restore' ? (saved.get(vm) ?? [vmBox(vm)]) : [vmBox(vm), ...own.filter(({ kind }) => kind === 'disk')];
  const others = without(picture, inside, vm);
  return { ...others, boxes: [...kept, ...others.boxes] };
}

/** Boxes in a lab's picture events that no earlier event added. */
export function pictureFaults(lab: Pick<Lab, 'steps'>): PictureFault[] {
  const faults: PictureFault[] = [];
  lab.steps.forEach((step, index) => {
    let picture = pictureAfter({ steps: [...lab.steps.slice(0, index), { ...step, picture: [] }] }, index + 1);
    for (const event of step.picture) {
      const known = new Set(picture.boxes.map(({ id }) => id));
      for (const box of mentioned(event)) if (!known.has(box)) faults.push({ step: step.id, box });
      picture = applyEvent(picture, event, step.on);
    }
  });
  return faults;
}

function mentioned(event: PictureEvent): string[] {
  if ('add' in event) return event.in === undefined ? [] : [event.in];
  if ('remove' in event) return [event.remove];
  if ('mark' in event) return [event.mark];
  if ('here' in event) return [event.here];
  return [event.arrow, event.to];
}
