// fanoutctl: the same program as fanoutd, under another name.
#pragma once

namespace fanout::control {

/// Whether the program was called by that name.
bool is_called_fanoutctl(const char* program);

/// Does what the command line says. Returns the exit status.
int run(int argc, char** argv);

}  // namespace fanout::control
