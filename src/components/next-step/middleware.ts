import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { pageAddress, withBase } from '#shared/url.ts';
import { stepsFrom } from './steps.ts';

/** Makes the pagination links follow the page's path. In sidebar order they would lead back to pages that the path has already covered. */
export const onRequest = defineRouteMiddleware((context) => {
  const { pagination, entry } = context.locals.starlightRoute;
  const [step] = stepsFrom(pageAddress(entry.id));
  if (!step || (step.path === undefined && !step.previous)) return;
  const link = (href: string, label: string) => ({
    type: 'link' as const,
    label,
    href: withBase(href, import.meta.env.BASE_URL),
    isCurrent: false,
    badge: undefined,
    attrs: {},
  });
  pagination.next = link(step.to, step.title);
  pagination.prev = step.previous && link(step.previous.href, step.previous.title);
});
