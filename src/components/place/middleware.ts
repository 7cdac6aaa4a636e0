import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { listedFor } from '#model/reading-order.ts';
import { sidebarGroups } from '#model/sidebar.ts';
import { pageAddress, withBase } from '#shared/url.ts';

/** Marks the sidebar entry above a generated page. Such a page has no entry of its own, so without this every group would be collapsed. */
export const onRequest = defineRouteMiddleware((context) => {
  const { entry, sidebar } = context.locals.starlightRoute;
  const address = pageAddress(entry.id);
  const listed = listedFor(address, sidebarGroups());
  if (listed === undefined || listed === address) return;
  const href = withBase(listed, import.meta.env.BASE_URL);
  const mark = (entries: StarlightRouteData['sidebar']) => {
    for (const one of entries)
      if (one.type === 'group') mark(one.entries);
      else if (one.href === href) one.isCurrent = true;
  };
  mark(sidebar);
});
