// What a daemon is told: command line, environment, and one JSON file.
#pragma once

#include "log.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace fanout::worker_detail {

enum class handler_type { exec, process };

struct handler_configuration {
    handler_type type;
    std::vector<std::string> argv;
    int concurrency = 0;  ///< commands at once, or long-lived children; 0: the number of cores
    int prefetch = 0;     ///< most tasks claimed beyond those that run; without it the concurrency again
    size_t max_output_bytes = 16 << 20;
};

struct configuration {
    std::string name;
    std::vector<std::string> queues = {"default"};
    int sql_connections = 2;  ///< 0: serves no SQL handlers
    int poll_interval_ms = 1000;
    std::map<std::string, handler_configuration> handlers;
};

/// What the command line says.
struct options {
    std::string connection;
    std::string file;
    std::string name;
    bool once = false;
    bool check = false;
    std::string log_format = "text";
    std::string log_level = "info";
};

/// A configuration that can't be used; the message names file, place and key.
class configuration_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reads a configuration file; an empty name gives the defaults.
configuration read_configuration(const std::string& file);

}  // namespace fanout::worker_detail
