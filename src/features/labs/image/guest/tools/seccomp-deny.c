/*
 * seccomp-deny CALL[,CALL...] COMMAND [ARGUMENT...]
 *
 * Runs a command with a seccomp filter that refuses the named system calls with EPERM, as the default profile of a container engine does.
 * Only shows what a filter is: a real profile allows the calls that it names and refuses the rest.
 */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CALL(name) { #name, SYS_##name }
static const struct { const char *name; int number; } calls[] = {
	CALL(chdir), CALL(chmod), CALL(chown), CALL(chown32), CALL(chroot), CALL(clone), CALL(clone3), { "clock_settime", SYS_clock_settime32 },
	{ "clock_settime", SYS_clock_settime64 },
	CALL(delete_module), CALL(execve), CALL(fchmod), CALL(fchmodat), CALL(fork), CALL(getpid), CALL(init_module), CALL(kill),
	CALL(link), CALL(mkdir), CALL(mkdirat), CALL(mknod), CALL(mknodat), CALL(mount), CALL(open), CALL(openat),
	CALL(pivot_root), CALL(ptrace), CALL(reboot), CALL(rename), CALL(rmdir), CALL(sethostname), CALL(setns), { "settimeofday", SYS_settimeofday_time32 },
	CALL(socket), CALL(socketcall), CALL(swapon), CALL(symlink), CALL(syslog), CALL(umount), CALL(umount2), CALL(uname),
	CALL(unlink), CALL(unlinkat), CALL(unshare), CALL(vfork),
};

/* Adds the rule for each number that a name has: some calls have one for 32-bit times and one for 64-bit ones. */
static int refuse(struct sock_filter *filter, const char *name, size_t length)
{
	int n = 0;

	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		if (strlen(calls[i].name) != length || strncmp(calls[i].name, name, length))
			continue;
		filter[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i].number, 0, 1);
		filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
	}
	return n;
}

int main(int argc, char **argv)
{
	enum { MOST = 32 };
	struct sock_filter filter[2 * MOST + 4];
	struct sock_fprog program = { .filter = filter };
	unsigned short n = 0;

	if (argc < 3) {
		fprintf(stderr, "usage: seccomp-deny CALL[,CALL...] COMMAND [ARGUMENT...]\n");
		return 2;
	}
	filter[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	for (const char *name = argv[1]; *name;) {
		size_t length = strcspn(name, ",");
		int more = n < 2 * MOST ? refuse(filter + n, name, length) : 0;

		if (!more) {
			fprintf(stderr, "seccomp-deny: %.*s: no such system call in its list\n", (int)length, name);
			return 2;
		}
		n += more;
		name += length + (name[length] == ',');
	}
	filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	program.len = n;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) {
		perror("seccomp-deny");
		return 1;
	}
	execvp(argv[2], argv + 2);
	fprintf(stderr, "seccomp-deny: %s: %s\n", argv[2], strerror(errno));
	return 127;
}
