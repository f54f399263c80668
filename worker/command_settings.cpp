#include "command_settings.hpp"

namespace fanout::worker_detail {

void command_settings::add_keys(const section& s, std::map<std::string, section::reader>& keys) {
    keys["argv"] = s.texts(argv);
    keys["max_output_bytes"] = s.number(max_output_bytes, 1, 256 << 20);
}

void command_settings::check(const section& s) const {
    if (argv.empty() || argv[0].empty()) s.fail_key("argv", "is missing: the command and its arguments");
}

}  // namespace fanout::worker_detail
