#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// A handler has no other way to know where to write than variables of the process.

static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT};
enum { signal_count = sizeof signals / sizeof *signals };
/// What would have happened without us.
static struct sigaction earlier[signal_count];

/// Once taken, this number stands for the file of the notes or for /dev/null, and is never closed:
/// a handler that has just read it cannot write to another file.
static atomic_int target = -1;
static _Atomic uint64_t current_run;
static _Atomic off_t current_offset;
static atomic_bool is_watched;
static atomic_flag is_noted = ATOMIC_FLAG_INIT;
static _Thread_local int own_place = -1;
static atomic_int held[WIREROOM_CRASH_PLACES];

/// Async-signal-safe (signal-safety(7)): atomics, and system calls without the C library's help.
static void note_crash(int signal, siginfo_t *info, void *context) {
    (void)context;
    int kept_errno = errno;
    // What a process has sent says who it was; a fault of the processor has a positive code.
    int is_from_outside = info->si_code <= 0 && info->si_pid != getpid();
    // The service manager is our parent.
    int is_watchdog = is_from_outside && signal == SIGABRT && atomic_load(&is_watched) &&
                      info->si_pid == getppid();
    if ((!is_from_outside || is_watchdog) && !atomic_flag_test_and_set(&is_noted)) {
        struct wireroom_crash_note note = {
            .magic = WIREROOM_CRASH_MAGIC,
            .run = atomic_load(&current_run),
            .signal = signal,
            .by_watchdog = is_watchdog,
            .place = is_watchdog ? -1 : own_place,
        };
        for (int place = 0; place < WIREROOM_CRASH_PLACES; place++)
            note.held[place] = atomic_load(&held[place]);
        // Nothing can be done where it fails: then this crash is laid to nobody's charge.
        ssize_t written = pwrite(atomic_load(&target), &note, sizeof note, atomic_load(&current_offset));
        (void)written;
    }
    // An earlier handler, such as the one of Swift that prints where it happened, expects a fault, which
    // comes again when it returns; after a signal from outside the process would just go on.
    struct sigaction ends = {.sa_handler = SIG_DFL};
    for (int index = 0; index < signal_count; index++)
        if (signals[index] == signal)
            sigaction(signal, is_from_outside ? &ends : &earlier[index], NULL);
    // A fault comes again by itself, at the very instruction, once this returns; what was sent is
    // sent again, from the same sender, and is delivered on the return.
    if (info->si_code <= 0 || signal == SIGTRAP || signal == SIGABRT) {
        if (syscall(SYS_rt_tgsigqueueinfo, getpid(), gettid(), signal, info) != 0) raise(signal);
    }
    errno = kept_errno;
}

static int install(void) {
    atomic_store(&is_watched, getenv("WATCHDOG_USEC") != NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = note_crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (int index = 0; index < signal_count; index++)
        if (sigaction(signals[index], &action, &earlier[index]) != 0) return -1;
    return 0;
}

int wireroom_note_crashes(int file, uint64_t run, off_t offset) {
    atomic_store(&current_run, run);
    atomic_store(&current_offset, offset);
    for (int place = 0; place < WIREROOM_CRASH_PLACES; place++) atomic_store(&held[place], -1);
    int number = atomic_load(&target);
    if (number >= 0) return dup3(file, number, O_CLOEXEC) < 0 ? -1 : 0;
    number = fcntl(file, F_DUPFD_CLOEXEC, 3);
    if (number < 0) return -1;
    atomic_store(&target, number);
    return install();
}

void wireroom_forget_crashes(void) {
    int number = atomic_load(&target);
    if (number < 0) return;
    int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nothing < 0) return;
    (void)dup3(nothing, number, O_CLOEXEC);
    close(nothing);
}

void wireroom_crash_place(int place) { own_place = place; }

void wireroom_crash_held(int place, int number) {
    if (place >= 0 && place < WIREROOM_CRASH_PLACES)
        atomic_store_explicit(&held[place], number, memory_order_release);
}

int wireroom_signal_stack(void *memory, size_t size) {
    stack_t stack = {.ss_sp = memory, .ss_size = size, .ss_flags = memory == NULL ? SS_DISABLE : 0};
    return sigaltstack(&stack, NULL);
}
