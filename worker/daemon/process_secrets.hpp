// What the process was given, kept from other processes of its user: its handlers' children are such.
#pragma once

namespace fanout::worker_detail {

/// Nobody but root may look into the process from now on: not at its memory, its environment or its files
/// under /proc. It leaves no core dump either.
void forbid_others_to_look();

/// Moves the environment elsewhere and wipes out what /proc/PID/environ shows. The variables stay as they
/// are. To be called while there is one thread.
void hide_environment();

/// Writes an argument of the process anew, where it is a connection string with a password: without that. It
/// is what /proc/PID/cmdline and ps show.
/// @param argument  its string is written to; never beyond its end
void hide_password(char* argument);

}  // namespace fanout::worker_detail
