import type { Notice } from './context'

/** Shows a notice outside the browser, if the person allowed it and does not look at the page anyway. */
export function notifyDesktop(notice: Notice): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || !document.hidden) return
  const shown = new Notification(notice.title, { tag: notice.id, body: notice.detail ?? '' })
  shown.onclick = () => window.focus()
}

/** Whether a person could still be asked for leave to show notices outside the browser. */
export function mayAskDesktop(): boolean {
  return 'Notification' in window && Notification.permission === 'default'
}
