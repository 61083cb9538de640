import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { asProblem } from '../api/problem'
import { Empty } from '../ui/Empty'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Loading } from '../ui/Loading'
import { Panel } from '../ui/Panel'
import { type Column, Table } from '../ui/Table'
import { Time } from '../ui/Time'
import { elapsedText } from './duration'
import { isNarrowed, useJobFilter } from './filter'
import { JobFilters } from './JobFilters'
import { Progress } from './Progress'
import { type Job, jobsQuery } from './queries'
import { StateTag } from './StateTag'

const COLUMNS: Column<Job>[] = [
  { title: 'Process', cell: (job) => <Link to={`/jobs/${job.jobID}`}>{job.processID}</Link> },
  {
    title: 'State',
    cell: (job) => (
      <span className="job-list-state">
        <StateTag state={job.state} />
        <Progress job={job} />
      </span>
    ),
  },
  { title: 'Created', cell: (job) => <Time at={job.created} style="second" /> },
  { title: 'Took', cell: (job) => elapsedText(job.started, job.finished), numeric: true },
  { title: 'By', cell: (job) => job.createdBy ?? '–' },
  { title: 'Message', cell: (job) => <span className="job-message">{job.message ?? ''}</span> },
]

const PROJECT: Column<Job> = { title: 'Project', cell: (job) => job.project ?? '–' }

/** The jobs that a person sees, newest first. */
export function JobList() {
  const { filter, narrow, clear } = useJobFilter()
  const query = useInfiniteQuery(jobsQuery(filter))
  const jobs = query.data?.pages.flatMap((page) => page.jobs ?? [])
  return (
    <Panel title="Jobs, newest first">
      <JobFilters filter={filter} onChange={narrow} />
      {query.error && <ErrorNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />}
      {!jobs && !query.error && <Loading what="the jobs" />}
      {jobs?.length === 0 &&
        (isNarrowed(filter) ? (
          <Empty>
            No job is like that.{' '}
            <button type="button" className="button" onClick={clear}>
              Show all jobs
            </button>
          </Empty>
        ) : (
          <Empty>Nothing was computed yet. Choose a process below to start a job.</Empty>
        ))}
      {jobs && jobs.length > 0 && (
        <div className="job-list">
          <Table
            caption="Jobs"
            columns={jobs.some((job) => job.project) ? [...COLUMNS, PROJECT] : COLUMNS}
            rows={jobs}
            rowKey={(job) => job.jobID ?? ''}
          />
        </div>
      )}
      {query.hasNextPage && (
        <p className="more">
          <button
            type="button"
            className="button"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {query.isFetchingNextPage ? 'Loading older jobs…' : 'Older jobs'}
          </button>
        </p>
      )}
    </Panel>
  )
}
