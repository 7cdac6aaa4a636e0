import { readTicks, writeTicks } from './ticks.ts';

// Everything that a lab's page runs before its reader asks for a VM: the buttons, and the ticks of an earlier visit.

function offer(lab: HTMLElement): void {
  lab.dataset.labOffered = '';
  const told = lab.querySelector<HTMLElement>('[data-lab-offer] [role=status]')!;
  const buttons = [...lab.querySelectorAll<HTMLButtonElement>('[data-lab-offer] button')];
  const start = async (how: 'resume' | 'boot') => {
    if (location.protocol === 'file:') return void (told.textContent = told.dataset.disk!);
    for (const button of buttons) button.disabled = true;
    lab.dataset.labState = 'loading';
    told.textContent = told.dataset.loading!;
    try {
      const { openPanel } = await import('./panel/panel.ts');
      await openPanel(lab, how, { read: readTicks, write: writeTicks });
    } catch {
      lab.dataset.labState = 'failed';
      told.textContent = told.dataset.lost!;
      for (const button of buttons) button.disabled = false;
    }
  };
  for (const button of buttons)
    button.addEventListener('click', () => void start('labBoot' in button.dataset ? 'boot' : 'resume'));
  for (const id of readTicks(lab.dataset.lab!) ?? [])
    lab.querySelector(`[data-step="${id}"] > h3`)?.append(` (${lab.dataset.before!})`);
}

for (const lab of document.querySelectorAll<HTMLElement>('[data-lab]')) offer(lab);
