import { fetchSigned } from './client'

interface Picker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<{
    createWritable: () => Promise<WritableStream<Uint8Array>>
  }>
}

/**
 * Saves an answer as a file. Where the browser lets a page write to one, it is written as it comes, so that its size
 * does not matter; else it is held in memory first.
 */
export async function save(name: string, open: () => Promise<Response>, large = false): Promise<void> {
  const picker = (window as Picker).showSaveFilePicker
  if (large && picker) {
    const file = await picker.call(window, { suggestedName: name })
    const response = await open()
    await response.body?.pipeTo(await file.createWritable())
    return
  }
  const response = await open()
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it over by then.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Saves what is at a path of the gateway; a link could not carry the token. */
export async function download(path: string, name: string): Promise<void> {
  await save(name, () => fetchSigned(path))
}
