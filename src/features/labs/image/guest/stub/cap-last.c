/* Replaces the one function that unshare needs of util-linux's lib/caputils.c, which would pull in half of its library. */
#include <stdio.h>

int cap_last_cap(void)
{
	FILE *file = fopen("/proc/sys/kernel/cap_last_cap", "r");
	int last = -1;

	if (!file)
		return -1;
	if (fscanf(file, "%d", &last) != 1)
		last = -1;
	fclose(file);
	return last;
}
