// A terminal's alternate screen, for as long as a program shows something that changes.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace fanout::control {

/// Standard output's screen is as it was when this ends, and so is how standard input is read: also where a signal
/// ends or suspends the program. To be made once at a time.
class screen {
public:
    screen();
    ~screen();
    screen(const screen&) = delete;
    screen& operator=(const screen&) = delete;

    /// Shows these lines in place of the last ones, at once, so that nothing flickers.
    void show(const std::string& lines);

    /// Waits for a key, or the time, or until the terminal has another size.
    std::optional<char> wait_for_key(std::chrono::milliseconds time);
};

}  // namespace fanout::control
