import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Download } from '../Download'
import { Empty } from '../../ui/Empty'
import { timeText } from '../../ui/clock'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { type Job, type LoggedLine, logQuery } from '../queries'
import { isEnded } from '../states'

/** What the workers wrote; follows the end while the job runs, unless somebody has scrolled up to read. */
export function Log({ job }: { job: Job }) {
  const ended = isEnded(job.state)
  const log = useQuery(logQuery(job.jobID ?? '', !ended))
  const lines = log.data?.items?.length ?? 0
  return (
    <Panel
      title="Log"
      actions={
        lines > 0 && (
          <Download path={`/api/v1/jobs/${job.jobID}/log`} accept="text/plain" name={`${job.jobID}.log`}>
            Download the log
          </Download>
        )
      }
    >
      <QueryView query={log} what="the log">
        {({ items = [] }) =>
          items.length === 0 ? (
            <Empty>{ended ? 'Its workers wrote nothing.' : 'Its workers have written nothing yet.'}</Empty>
          ) : (
            <Lines lines={items} />
          )
        }
      </QueryView>
    </Panel>
  )
}

function Lines({ lines }: { lines: LoggedLine[] }) {
  const frame = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const before = (lines[0]?.number ?? 1) - 1
  useEffect(() => {
    if (follows.current) frame.current?.scrollTo({ top: frame.current.scrollHeight })
  }, [lines])
  return (
    <>
      {before > 0 && <p className="hint">The first {before} lines are not shown here.</p>}
      <div
        ref={frame}
        className="log"
        role="log"
        aria-label="Log"
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          follows.current = scrollHeight - scrollTop - clientHeight < 24
        }}
      >
        {lines.map((line) => (
          <div key={line.number} className={`log-${line.level}`}>
            <span className="log-time">{line.time && timeText(line.time, 'UTC', 'second')}</span>{' '}
            <span className="log-level">{line.level}</span> {line.message}
          </div>
        ))}
      </div>
    </>
  )
}
