import { fetchSigned } from './client'

/** Hands a file of the gateway to the browser, which cannot fetch it by a link: it has to be signed. */
export async function download(path: string, name: string): Promise<void> {
  const response = await fetchSigned(path)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
