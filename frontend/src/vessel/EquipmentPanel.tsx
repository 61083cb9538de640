import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { body, fleet } from '../api/client'
import { asProblem } from '../api/problem'
import { useSession } from '../auth/session'
import { HistoryDialog } from '../fleet/History'
import { refusal } from '../fleet/refusal'
import type { Equipment, Vessel } from '../fleet/queries'
import { useNotices } from '../notifications/context'
import { Empty } from '../ui/Empty'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { type Column, Table } from '../ui/Table'
import { Tag } from '../ui/Tag'
import { equipmentQuery } from './queries'

/** What is on board, and the switch that takes pieces out of use. */
export function EquipmentPanel({ vessel }: { vessel: Vessel }) {
  const equipment = useQuery(equipmentQuery(vessel.code))
  return (
    <Panel title="Equipment">
      <QueryView query={equipment} what="the equipment">
        {(pieces) =>
          pieces.length === 0 ? (
            <Empty>
              Nothing is registered on board of {vessel.code} yet. Register equipment with POST /api/v1/vessels/
              {vessel.code}/equipment, or import a CSV file.
            </Empty>
          ) : (
            <Pieces vessel={vessel} pieces={pieces} />
          )
        }
      </QueryView>
    </Panel>
  )
}

function Pieces({ vessel, pieces }: { vessel: Vessel; pieces: Equipment[] }) {
  const operator = useSession().can('operator')
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<Equipment | null>(null)
  const chosen = pieces.filter((piece) => marked.has(piece.code))

  const mark = (code: string, on: boolean) =>
    setMarked((known) => new Set(on ? [...known, code] : [...known].filter((other) => other !== code)))

  const columns: Column<Equipment>[] = [
    {
      title: 'Code',
      cell: (piece) =>
        operator ? (
          <label className="choice">
            <input
              type="checkbox"
              checked={marked.has(piece.code)}
              onChange={(event) => mark(piece.code, event.target.checked)}
            />
            {piece.code}
          </label>
        ) : (
          piece.code
        ),
    },
    { title: 'Name', cell: (piece) => piece.name },
    { title: 'Type', cell: (piece) => piece.type ?? '–' },
    { title: 'Location', cell: (piece) => piece.location ?? '–' },
    {
      title: 'Status',
      cell: (piece) => <Tag tone={piece.status === 'active' ? 'success' : 'neutral'}>{piece.status}</Tag>,
    },
    {
      title: 'Channels',
      cell: (piece) => <span title={piece.channels.join('\n')}>{piece.channels.length}</span>,
      numeric: true,
    },
    {
      title: 'Changes',
      cell: (piece) => (
        <button
          type="button"
          className="button"
          aria-label={`History of ${piece.code}`}
          onClick={() => setShown(piece)}
        >
          History
        </button>
      ),
    },
  ]
  return (
    <>
      {operator && <Switch pieces={pieces} chosen={chosen} onChoose={(codes) => setMarked(new Set(codes))} />}
      <Table caption="Equipment" columns={columns} rows={pieces} rowKey={(piece) => piece.code} />
      {shown && (
        <HistoryDialog
          title={`History of ${shown.name} (${shown.code})`}
          subject={{ kind: 'equipment', equipment: shown.code }}
          zone={vessel.timeZone}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

interface SwitchProps {
  pieces: Equipment[]
  chosen: Equipment[]
  onChoose: (codes: string[]) => void
}

/** Activates or deactivates what is chosen, all or none. */
function Switch({ pieces, chosen, onChoose }: SwitchProps) {
  const queries = useQueryClient()
  const { tell } = useNotices()
  const change = useMutation({
    mutationFn: ({ to, codes }: { to: 'activate' | 'deactivate'; codes: string[] }) =>
      body(fleet.POST(`/api/v1/equipment/${to}`, { body: { codes } })),
    onSuccess: (_, { to, codes }) => {
      tell({ severity: 'success', title: `${codes.length} ${to}d`, detail: codes.join(', ') })
      onChoose([])
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
  const refused = change.error && refusal(asProblem(change.error), 'Nothing was switched')
  const all = chosen.length === pieces.length
  const among = (status: Equipment['status']) => chosen.filter((piece) => piece.status === status)
  const button = (to: 'activate' | 'deactivate', title: string, of: Equipment[]) => (
    <button
      type="button"
      className="button"
      disabled={of.length === 0 || change.isPending}
      onClick={() => change.mutate({ to, codes: of.map((piece) => piece.code) })}
    >
      {change.isPending && change.variables.to === to ? `${title.slice(0, -1)}ing…` : `${title} (${of.length})`}
    </button>
  )
  return (
    <>
      <div className="actions switch">
        <button type="button" className="button" onClick={() => onChoose(all ? [] : pieces.map((piece) => piece.code))}>
          {all ? 'Choose none' : 'Choose all'}
        </button>
        {button('deactivate', 'Deactivate', among('active'))}
        {button('activate', 'Activate', among('inactive'))}
        <span className="hint" role="status">
          {chosen.length} of {pieces.length} chosen
        </span>
      </div>
      {refused && <ErrorNotice problem={refused} />}
    </>
  )
}
