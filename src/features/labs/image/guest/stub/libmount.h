/* util-linux's unshare takes only the numbers of mount flags from libmount. */
#include <sys/mount.h>
