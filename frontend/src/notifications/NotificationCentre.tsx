import '@oicl/openbridge-webcomponents/dist/icons/icon-notification.js'
import { useState } from 'react'
import { Link } from 'react-router'
import { Dialog } from '../ui/Dialog'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/Icon'
import { Time } from '../ui/Time'
import { useNotices } from './context'
import { mayAskDesktop } from './desktop'

/** The button that says how many notices are new, and the list of all. */
export function NotificationCentre() {
  const { notices, unread, read } = useNotices()
  const [open, setOpen] = useState(false)
  const [askable, setAskable] = useState(mayAskDesktop)
  const close = () => {
    setOpen(false)
    read()
  }
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => setOpen(true)}
        aria-label={`Notifications, ${unread} new`}
      >
        <Icon name="notification" />
        {unread > 0 && <span className="count">{unread}</span>}
      </button>
      {open && (
        <Dialog title="Notifications" onClose={close}>
          {askable && (
            <button
              type="button"
              className="button"
              onClick={() => void Notification.requestPermission().then(() => setAskable(mayAskDesktop()))}
            >
              Also tell me outside the browser
            </button>
          )}
          {notices.length === 0 && <Empty>Nothing yet. When one of your jobs ends, it stands here.</Empty>}
          <ul className="notices">
            {notices.map((notice) => (
              <li key={notice.id}>
                <strong>{notice.title}</strong> <Time at={notice.at} style="second" />
                {notice.detail && <p>{notice.detail}</p>}
                {notice.to && (
                  <Link to={notice.to} onClick={close}>
                    Show
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
