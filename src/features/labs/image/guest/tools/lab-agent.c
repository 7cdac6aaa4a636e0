/*
 * The page's agent inside the VM: takes commands from the second serial line, one per line, and answers each with "ok" and the command's first word, or
 * "error" and the reason. It never touches the reader's terminal, except for its size.
 *
 *   ping WORD          answers immediately: the kernel runs and schedules
 *   clock SEC          sets the clock, which is behind after a VM was saved
 *   seed HEX           seeds the random numbers: two VMs resumed from one state would generate the same ones
 *   size ROWS COLS     sets the size of the terminal
 *   name NAME          sets the host name
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/random.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static int seed(const char *hex)
{
	struct { struct rand_pool_info info; unsigned char bytes[64]; } pool = { 0 };
	int fd = open("/dev/urandom", O_RDWR), failed = -1;
	unsigned byte;
	int n = 0;

	if (fd < 0)
		return -1;
	while (n < 64 && sscanf(hex + 2 * n, "%2x", &byte) == 1)
		pool.bytes[n++] = byte;
	pool.info.entropy_count = n * 8;
	pool.info.buf_size = n;
	if (ioctl(fd, RNDADDENTROPY, &pool) == 0)
		failed = ioctl(fd, RNDRESEEDCRNG);
	close(fd);
	return failed;
}

static int size(const char *text)
{
	struct winsize size = { 0 };
	int fd, failed;

	if (sscanf(text, "%hu %hu", &size.ws_row, &size.ws_col) != 2) {
		errno = EINVAL;
		return -1;
	}
	/* O_NOCTTY: opening a terminal must not make it the agent's own. */
	fd = open("/dev/ttyS0", O_RDWR | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return -1;
	failed = ioctl(fd, TIOCSWINSZ, &size);
	close(fd);
	return failed;
}

static int set_clock(const char *text)
{
	struct timespec now = { .tv_sec = atoll(text) };
	return clock_settime(CLOCK_REALTIME, &now);
}

static int obey(char *line)
{
	char *rest = strchr(line, ' ');

	if (rest)
		*rest++ = 0;
	else
		rest = line + strlen(line);
	if (!strcmp(line, "ping"))
		return 0;
	if (!strcmp(line, "clock"))
		return set_clock(rest);
	if (!strcmp(line, "seed"))
		return seed(rest);
	if (!strcmp(line, "size"))
		return size(rest);
	if (!strcmp(line, "name"))
		return sethostname(rest, strlen(rest));
	errno = ENOSYS;
	return -1;
}

int main(void)
{
	struct termios mode;
	static char line[512];

	/* No echo, which would come back as an answer. */
	if (tcgetattr(0, &mode) == 0) {
		mode.c_lflag &= ~(ECHO | ISIG);
		mode.c_oflag &= ~OPOST;
		tcsetattr(0, TCSANOW, &mode);
	}
	setvbuf(stdout, NULL, _IOLBF, 256);
	printf("ready\n");
	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\r\n")] = 0;
		if (!*line)
			continue;
		if (obey(line) == 0)
			printf("ok %s\n", line);
		else
			printf("error %s %s\n", line, strerror(errno));
	}
	return 0;
}
