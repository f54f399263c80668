#!/usr/bin/env bash
# aws-local-stepfunctions 3.0.0: States.StringSplit takes its second argument for one separator. AWS takes each of its characters for one, as its
# documentation shows with this input, of which it makes five strings.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages aws-local-stepfunctions@3.0.0
says '{"one":["1","2","3"],"several":["This.is+a,test=string"]}' <<'JS'
import { StateMachine } from 'aws-local-stepfunctions';
const machine = new StateMachine({
    StartAt: 'split',
    States: {
        split: {
            Type: 'Pass',
            Parameters: { 'one.$': "States.StringSplit('1,2,3', ',')", 'several.$': "States.StringSplit('This.is+a,test=string', '.+,=')" },
            End: true,
        },
    },
});
console.log(JSON.stringify(await machine.run({}).result));
JS
