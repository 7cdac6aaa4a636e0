/**
 * Applies the colours requested in the frame's address before the first paint: `?theme=light`, `dark`, `transparent` or
 * `dark-transparent`. Without one they follow the reader's system.
 */
const { searchParams } = new URL(location.href);
const theme = searchParams.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
