// A file for the time of a test.
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <fstream>
#include <string>

class temporary_file {
public:
    explicit temporary_file(const std::string& text) {
        std::string name = "/tmp/pgfanout_unit_test.XXXXXX";
        ::close(mkstemp(name.data()));
        path = name;
        std::ofstream(path) << text;
    }
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;
    ~temporary_file() { unlink(path.c_str()); }

    std::string path;
};
