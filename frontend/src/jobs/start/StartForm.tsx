import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { body, job } from '../../api/client'
import { asProblem } from '../../api/problem'
import { vesselsQuery } from '../../fleet/queries'
import { Panel } from '../../ui/Panel'
import type { JobRequest, Process } from '../queries'
import { Examples } from './Examples'
import { examplesOf } from './exampleInputs'
import { InputsForm } from './InputsForm'
import { JsonInputs } from './JsonInputs'
import { Options, type StartOptions } from './Options'
import { serviceErrors, shownPointers } from './places'
import { Refusal } from './Refusal'
import { filled, formSchema } from './schema'

type Inputs = Record<string, unknown>

/** What a job is given, and how it is started. */
export function StartForm({ process, earlier }: { process: Process; earlier?: Inputs }) {
  const form = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const vessels = useQuery(vesselsQuery)
  const schema = useMemo(() => formSchema(process), [process])
  const [inputs, setInputs] = useState<Inputs>(earlier ?? {})
  const [options, setOptions] = useState<StartOptions>({ project: '', priority: 4, reuse: false })
  const [asJson, setAsJson] = useState(false)
  const [wrong, setWrong] = useState(0)
  // Made anew when another example is chosen, so that nothing typed before stays.
  const [filling, setFilling] = useState(0)
  const start = useMutation({
    mutationFn: ({ request, key }: { request: JobRequest; key: string }) =>
      body(job.POST('/api/v1/jobs', { body: request, params: { header: { 'Idempotency-Key': key } } })),
    onSuccess: (started) => {
      void queries.invalidateQueries({ queryKey: ['jobs'] })
      void navigate(`/jobs/${started.jobID}`)
    },
  })
  const problem = start.error ? asProblem(start.error) : null
  const refused = useMemo(
    () => serviceErrors(start.error ? asProblem(start.error) : null, schema),
    [start.error, schema],
  )

  // One key for the same request: sent again because no answer came, it makes no second job.
  const sent = useRef({ request: '', key: '' })
  const keyOf = (request: JobRequest) => {
    const text = JSON.stringify(request)
    if (sent.current.request !== text) sent.current = { request: text, key: crypto.randomUUID() }
    return sent.current.key
  }
  const change = (changed: Inputs) => {
    setInputs(changed)
    if (problem && JSON.stringify(changed) !== JSON.stringify(inputs)) start.reset()
  }
  const submit = (values: Inputs) => {
    setWrong(0)
    const { project, priority, reuse } = options
    const request: JobRequest = {
      process: process.id ?? '',
      inputs: filled(values, schema) as Record<string, never>,
      project: project || null,
      priority,
      reuse,
    }
    start.mutate({ request, key: keyOf(request) })
  }
  const editor = { id: form, schema, inputs, onChange: change, onSubmit: submit, onWrong: setWrong }
  const shown = problem ? [...(asJson ? [] : shownPointers(problem, schema)), '/project', '/priority', '/reuse'] : []
  return (
    <Panel
      title="Inputs"
      actions={
        <>
          <Examples
            examples={examplesOf(process, {
              now: new Date(),
              vessels: (vessels.data ?? []).filter((one) => one.status === 'active').map((one) => one.code),
            })}
            onChoose={(example) => {
              setInputs(example.inputs)
              setFilling(filling + 1)
              setWrong(0)
              start.reset()
            }}
          />
          <button type="button" className="button" aria-pressed={asJson} onClick={() => setAsJson(!asJson)}>
            JSON
          </button>
        </>
      }
    >
      {!asJson && <p className="hint">Fields with * must be filled in.</p>}
      {asJson ? (
        <JsonInputs key={filling} {...editor} refused={problem ? problem.without([]) : []} />
      ) : (
        <InputsForm key={filling} {...editor} refused={refused} strict={wrong > 0} />
      )}
      <h3>How it is started</h3>
      <Options
        options={options}
        onChange={setOptions}
        deterministic={process.deterministic === true}
        problem={problem}
      />
      <Refusal wrong={wrong} problem={asJson ? null : problem} shown={shown} />
      <button type="submit" form={form} className="button button-primary" disabled={start.isPending}>
        {start.isPending ? 'Starting…' : 'Start the job'}
      </button>
    </Panel>
  )
}
