import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { Confirm } from '../Confirm'
import { projectsQuery } from '../projects/queries'
import { useChange } from '../useChange'
import { makeSecret, SECRETS, secretsQuery } from './queries'
import { Secret } from './Secret'

/** The secrets by which receivers know that what they are told of jobs comes from here. */
export function SecretsPanel() {
  const [project, setProject] = useState('')
  const [making, setMaking] = useState(false)
  const projects = useQuery(projectsQuery)
  const secrets = useQuery(secretsQuery(project))
  return (
    <Panel
      title="Webhook secrets"
      actions={
        <>
          <label className="compact">
            <span>Of</span>
            <select value={project} onChange={(event) => setProject(event.target.value)}>
              <option value="">my jobs of no project</option>
              {projects.data
                ?.filter(({ role }) => role === 'owner' || role === 'member')
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
          <button type="button" className="button" onClick={() => setMaking(true)}>
            Make a new secret
          </button>
        </>
      }
    >
      <p>
        What subscribers are told of jobs is signed with these, as Standard Webhooks has it. Give the receiver the
        current one; libraries take it as it is.
      </p>
      <QueryView query={secrets} what="the secrets">
        {(found) => (
          <ul className="plain">
            {found.map((secret, i) => (
              <Secret key={secret.secret} secret={secret} current={i === 0} />
            ))}
          </ul>
        )}
      </QueryView>
      {making && <Make project={project} onClose={() => setMaking(false)} />}
    </Panel>
  )
}

function Make({ project, onClose }: { project: string; onClose: () => void }) {
  const make = useChange(SECRETS, makeSecret)
  return (
    <Confirm
      title="Make a new secret?"
      action="Make"
      working={make.working}
      problem={make.problem}
      onConfirm={() => make.start(project, onClose)}
      onClose={onClose}
    >
      <p>
        Messages are signed with both until the old one expires, so that receivers can be told meanwhile. One that is
        older still signs no more from now on.
      </p>
    </Confirm>
  )
}
