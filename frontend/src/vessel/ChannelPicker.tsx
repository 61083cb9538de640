import { useState } from 'react'
import { MOST } from './channelLines'
import type { Channel } from './queries'

export interface Pickable {
  channel: Channel
  name: string
}

interface Props {
  channels: Pickable[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

/** Chooses the channels of the chart. */
export function ChannelPicker({ channels, chosen, onChange }: Props) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const found = channels.filter(({ channel, name }) => `${name} ${channel.name}`.toLowerCase().includes(wanted))
  const full = chosen.size >= MOST
  const mark = (id: string, on: boolean) =>
    onChange(new Set(on ? [...chosen, id] : [...chosen].filter((other) => other !== id)))
  return (
    <details className="channel-picker">
      <summary className="button">
        Channels ({chosen.size} of {channels.length})
      </summary>
      <div className="actions switch">
        <label className="compact">
          <span>Find a channel for the chart</span>
          <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <button
          type="button"
          className="button"
          onClick={() => onChange(new Set(found.slice(0, MOST).map(({ channel }) => channel.id)))}
        >
          {found.length > MOST ? `The first ${MOST} of these` : 'All of these'}
        </button>
        <button type="button" className="button" onClick={() => onChange(new Set())}>
          None
        </button>
        <span className="hint" role="status">
          {full ? `No more than ${MOST} at once` : `${found.length} found`}
        </span>
      </div>
      <fieldset className="choices channel-choices">
        <legend className="visually-hidden">Channels of the chart</legend>
        {found.map(({ channel, name }) => (
          <label key={channel.id} className="choice" title={channel.name}>
            <input
              type="checkbox"
              checked={chosen.has(channel.id)}
              disabled={full && !chosen.has(channel.id)}
              onChange={(event) => mark(channel.id, event.target.checked)}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
