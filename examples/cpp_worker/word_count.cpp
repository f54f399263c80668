// A worker with two handlers: the words of a file, one task a file, and their sum.
#include <fanout/json.hpp>
#include <fanout/worker.hpp>

#include <fstream>
#include <numeric>
#include <vector>

struct counted {
    std::string file;
    int words;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(counted, file, words)

struct all_counted {
    std::vector<counted> count_words;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(all_counted, count_words)

counted count_words(const std::string& file) {
    std::ifstream stream(file);
    if (!stream) throw fanout::final_error("there is no " + file);
    counted result{file, 0};
    for (std::string word; stream >> word;) ++result.words;
    return result;
}

int add_up(const all_counted& input) {
    return std::accumulate(input.count_words.begin(), input.count_words.end(), 0,
                           [](int sum, const counted& c) { return sum + c.words; });
}

int main(int argc, char** argv) {
    fanout::worker w(argc, argv);
    w.handle("count_words", fanout::on_item(count_words), {.concurrency = 4});
    w.handle("add_up", fanout::on_input(add_up));
    return w.run();
}
