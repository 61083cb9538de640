import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { Loading } from '../ui/Loading'
import { Page } from '../ui/Page'
import { QueryView } from '../ui/QueryView'
import './jobs.css'
import './job/job.css'
import { Attempts } from './job/Attempts'
import { Cancel } from './job/Cancel'
import { Deliveries } from './job/Deliveries'
import { Inputs } from './job/Inputs'
import { Log } from './job/Log'
import { Repeat } from './job/Repeat'
import { Status } from './job/Status'
import { Timeline } from './job/Timeline'
import { useJobEvents } from './job/events'
import { type Job, jobQuery, processQuery } from './queries'

const Results = lazy(async () => ({ default: (await import('./results/Results')).Results }))

/** A job: where it stands, what it found, and what it was given. */
export function JobPage() {
  const { job: jobID = '' } = useParams()
  const job = useQuery(jobQuery(jobID))
  const { processID = '' } = job.data ?? {}
  const process = useQuery({ ...processQuery(processID), enabled: processID !== '' })
  return (
    <Page
      title={processID ? `${process.data?.title ?? processID} …${jobID.slice(-6)}` : 'Job'}
      actions={
        <>
          {job.data && <Cancel job={job.data} />}
          {job.data && <Repeat job={job.data} />}
          <Link to="/jobs">All jobs</Link>
        </>
      }
    >
      <QueryView query={job} what="the job">
        {(known) => <Shown key={jobID} job={known} />}
      </QueryView>
    </Page>
  )
}

function Shown({ job }: { job: Job }) {
  const events = useJobEvents(job)
  return (
    <>
      <div className="columns">
        <Status job={job} />
        <Timeline job={job} events={events} />
      </div>
      {job.status === 'successful' && (
        <Suspense fallback={<Loading what="the results" />}>
          <Results job={job} />
        </Suspense>
      )}
      <Attempts job={job} />
      <Log job={job} />
      <Inputs job={job} />
      <Deliveries job={job} />
    </>
  )
}
