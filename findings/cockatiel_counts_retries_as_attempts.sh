#!/usr/bin/env bash
# cockatiel 3.2.1: retry's maxAttempts counts the retries, not the attempts: with 3 the function is called four times. exponential-backoff 3.1.2
# has numOfAttempts, where 3 are three calls. Whoever moves from one to the other gives each task a call more or less.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages cockatiel@3.2.1 exponential-backoff@3.1.2
says 'cockatiel, maxAttempts 3: 4 calls
exponential-backoff, numOfAttempts 3: 3 calls' <<'JS'
import { retry, handleAll, ConstantBackoff } from 'cockatiel';
import backoff from 'exponential-backoff';
let calls = 0;
const fail = async () => {
    ++calls;
    throw new Error('no');
};
await retry(handleAll, { maxAttempts: 3, backoff: new ConstantBackoff(1) }).execute(fail).catch(() => {});
console.log(`cockatiel, maxAttempts 3: ${calls} calls`);
calls = 0;
await backoff.backOff(fail, { numOfAttempts: 3, startingDelay: 1 }).catch(() => {});
console.log(`exponential-backoff, numOfAttempts 3: ${calls} calls`);
JS
