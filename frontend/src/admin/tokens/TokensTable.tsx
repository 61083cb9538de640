import { type Column, Table } from '../../ui/Table'
import { Tag, type Tone } from '../../ui/Tag'
import { Time } from '../../ui/Time'
import type { AccessToken } from './queries'

const TONES: Record<AccessToken['status'], Tone> = { active: 'success', expired: 'neutral', revoked: 'neutral' }

/** Tokens without their secrets, newest first. */
export function TokensTable({ tokens, onRevoke }: { tokens: AccessToken[]; onRevoke: (token: AccessToken) => void }) {
  const columns: Column<AccessToken>[] = [
    { title: 'Name', cell: (token) => token.name },
    { title: 'Begins with', cell: (token) => <code>{token.prefix}…</code> },
    { title: 'Status', cell: (token) => <Tag tone={TONES[token.status]}>{token.status}</Tag> },
    { title: 'Scopes', cell: (token) => token.scopes.join(', ') },
    { title: 'Vessels', cell: (token) => token.vessels?.join(', ') ?? 'all' },
    {
      title: 'Ends',
      cell: (token) => <Time at={token.revokedAt ?? token.expiresAt} />,
    },
    { title: 'Last used', cell: (token) => (token.lastUsedAt ? <Time at={token.lastUsedAt} /> : 'never') },
    {
      title: 'Revoke',
      cell: (token) =>
        token.status === 'active' ? (
          <button type="button" className="button" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
            Revoke
          </button>
        ) : (
          '–'
        ),
    },
  ]
  return <Table caption="Tokens" columns={columns} rows={tokens} rowKey={(token) => token.id} />
}
