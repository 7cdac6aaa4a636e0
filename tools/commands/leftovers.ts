/** Folders in which an engine keeps one folder for each container, and for each volume, and the line that removes them all. */
const leftovers: Record<string, readonly [folders: string, removal: string][]> = {
  docker: [
    ['/var/lib/docker/containers/*/', 'docker rm -f $(docker ps -aq) 2> /dev/null'],
    ['/var/lib/docker/volumes/*/', 'docker volume prune -af > /dev/null'],
  ],
  podman: [
    ['/var/lib/containers/storage/*-containers/*/', 'podman rm -fa -t 0 > /dev/null'],
    ['/var/lib/containers/storage/volumes/*/', 'podman volume prune -f > /dev/null'],
  ],
};

/**
 * The lines, for a shell of root, that remove what a block left in the VM.
 * An engine is asked only if it has kept something, because its program takes about half a second of an emulated processor only to start.
 * @param typed lines of the block: a program that they do not name has left nothing
 */
export function cleaningLines(typed: string): string[] {
  const engines = Object.entries(leftovers).flatMap(([engine, kept]) =>
    typed.includes(engine)
      ? kept.map(([folders, removal]) => `! compgen -G '${folders}' > /dev/null || ${removal}`)
      : [],
  );
  return [...engines, ...(typed.includes('qemu') ? ['pkill qemu-system'] : [])];
}
