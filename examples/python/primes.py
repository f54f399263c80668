"""A process handler: counts the primes of a range, and says how far it is."""
import fanout_worker


def is_prime(n):
    return n > 1 and all(n % divisor for divisor in range(2, int(n**0.5) + 1))


def count_primes(task):
    begin, end = task.input["item"]
    # A task that is tried again goes on where the attempt before was.
    done = task.progress or {"next": begin, "count": 0}
    for n in range(done["next"], end):
        if n % 1000 == 0:
            if task.cancelled():
                return None
            task.heartbeat(done)
        done = {"next": n + 1, "count": done["count"] + is_prime(n)}
    return done["count"]


fanout_worker.run(count_primes)
