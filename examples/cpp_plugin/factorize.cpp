// A plugin of fanoutd with one handler: the prime factors of a number.
#include <fanout/json.hpp>
#include <fanout/plugin.hpp>

#include <vector>

std::vector<long> factorize(long number) {
    if (number < 1) throw fanout::final_error(std::to_string(number) + " has no prime factors");
    std::vector<long> factors;
    for (long divisor = 2; divisor <= number / divisor; ++divisor) {
        for (; number % divisor == 0; number /= divisor) factors.push_back(divisor);
    }
    if (number > 1) factors.push_back(number);
    return factors;
}

FANOUT_PLUGIN(registry) {
    registry.handle("factorize", fanout::on_item(factorize));
}
