import { type ReactNode, useState } from 'react'
import { fetchSigned } from '../api/client'
import { save } from '../api/download'
import { asProblem } from '../api/problem'
import { useNotices } from '../notifications/context'

interface Props {
  path: string
  /** The file's name. */
  name: string
  accept?: string
  /** Written to the disk as it comes, where the browser can. */
  large?: boolean
  children: ReactNode
}

/** Saves what is at a path of the gateway as a file; a link could not carry the token. */
export function Download({ path, name, accept, large = false, children }: Props) {
  const [loading, setLoading] = useState(false)
  const { tell } = useNotices()
  const download = async () => {
    setLoading(true)
    try {
      await save(name, () => fetchSigned(path, accept ? { headers: { Accept: accept } } : {}), large)
    } catch (thrown) {
      const { title, detail } = asProblem(thrown)
      tell({ severity: 'alarm', title: `${name} was not saved`, detail: detail || title })
    } finally {
      setLoading(false)
    }
  }
  return (
    <button type="button" className="button" disabled={loading} onClick={() => void download()}>
      {loading ? 'Loading…' : children}
    </button>
  )
}
