#!/usr/bin/env bash
# aws-local-stepfunctions 3.0.0: a Choice rule that asks whether a field is not there (`"IsPresent": false`), not null or not of a type never
# matches, whatever the field is. `Not` with the same test and `true` does. A flow that takes its default for what is optional goes the other way here.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages aws-local-stepfunctions@3.0.0
says 'IsPresent false, absent: default
IsPresent false, a number: default
IsNull false, a number: default
IsString false, a number: default
IsBoolean false, a number: default
Not IsPresent true, absent: matches
Not IsString true, a number: matches' <<'JS'
import { StateMachine } from 'aws-local-stepfunctions';
const choice = (rule) => ({
    StartAt: 'choose',
    States: {
        choose: { Type: 'Choice', Choices: [{ ...rule, Next: 'yes' }], Default: 'no' },
        yes: { Type: 'Pass', Result: 'matches', End: true },
        no: { Type: 'Pass', Result: 'default', End: true },
    },
});
const test = (name, of, value) => ({ Variable: of, [name]: value });
async function says(name, rule) {
    console.log(`${name}: ${await new StateMachine(choice(rule)).run({ n: 1 }).result}`);
}
await says('IsPresent false, absent', test('IsPresent', '$.absent', false));
for (const name of ['IsPresent', 'IsNull', 'IsString', 'IsBoolean']) await says(`${name} false, a number`, test(name, '$.n', false));
await says('Not IsPresent true, absent', { Not: test('IsPresent', '$.absent', true) });
await says('Not IsString true, a number', { Not: test('IsString', '$.n', true) });
JS
