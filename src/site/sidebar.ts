/** One group of the sidebar: the heading and the addresses below it, in reading order. */
interface Group {
  label: string;
  addresses: string[];
}

/** The sidebar, and so the order in which the site is read. Every page of `content/docs` but the home page stands here. */
export const groups: Group[] = [
  { label: 'Start', addresses: ['/start/at-a-glance/'] },
  {
    label: 'Concepts',
    addresses: [
      '/concepts/containers/',
      '/concepts/virtual-machines/',
      '/concepts/shared-kernel-and-guest-os/',
      '/concepts/kernel-and-userland/',
      '/concepts/namespaces-and-cgroups/',
      '/concepts/hypervisors/',
      '/concepts/images-and-disks/',
      '/concepts/container-stack/',
      '/concepts/isolation-spectrum/',
    ],
  },
  {
    label: 'Traits',
    addresses: [
      '/traits/',
      '/traits/weight-and-startup/',
      '/traits/resource-efficiency/',
      '/traits/portability/',
      '/traits/isolation/',
      '/traits/lifecycle-and-state/',
      '/traits/operating-systems/',
      '/traits/operations/',
    ],
  },
  {
    label: 'Hybrids',
    addresses: [
      '/hybrids/containers-in-vms/',
      '/hybrids/desktop-containers/',
      '/hybrids/windows-containers/',
      '/hybrids/sandboxed-containers/',
      '/hybrids/vms-on-kubernetes/',
    ],
  },
  {
    label: 'Use cases',
    addresses: [
      '/use-cases/',
      '/use-cases/choose/',
      '/use-cases/microservices/',
      '/use-cases/cloud-native/',
      '/use-cases/stateless-services/',
      '/use-cases/legacy-applications/',
      '/use-cases/heterogeneous-workloads/',
      '/use-cases/strong-isolation/',
      '/use-cases/long-running-state/',
      '/use-cases/using-both/',
    ],
  },
  {
    label: 'Systems',
    addresses: [
      '/systems/',
      '/systems/docker/',
      '/systems/containerd/',
      '/systems/kubernetes/',
      '/systems/vmware/',
      '/systems/virtualbox/',
      '/systems/hyper-v/',
    ],
  },
  {
    label: 'Reference',
    addresses: [
      '/reference/glossary/',
      '/reference/questions/',
      '/reference/misconceptions/',
      '/reference/symptoms/',
      '/reference/numbers/',
      '/reference/contradictions/',
      '/reference/history/',
      '/reference/sources/',
      '/reference/changes/',
      '/topics/',
      '/reference/accessibility/',
    ],
  },
  { label: 'Teach', addresses: ['/teach/', '/teach/diagrams/', '/teach/linking/'] },
];

/** Every address of the sidebar, in reading order. */
export const sidebarAddresses = groups.flatMap(({ addresses }) => addresses);

/** Labels of the addresses that code makes: Starlight knows the titles of pages in `content/docs` only. */
const generated: Record<string, string> = { '/topics/': 'Topics from A to Z' };

/** The sidebar in the form that Starlight takes. */
export const sidebar = groups.map(({ label, addresses }) => ({
  label,
  items: addresses.map((address) => {
    const name = generated[address];
    return name === undefined ? address.slice(1, -1) : { label: name, link: address };
  }),
}));
