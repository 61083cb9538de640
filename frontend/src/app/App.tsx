import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { SignedIn } from '../auth/SignedIn'
import { Preferences } from './Preferences'
import { queries } from './queries'
import { routes } from './routes'

export function App() {
  return (
    <Preferences>
      <QueryClientProvider client={queries}>
        <SignedIn>
          <Pages />
        </SignedIn>
      </QueryClientProvider>
    </Preferences>
  )
}

/** Looks at the address only when somebody is signed in: before, it may be the way back from the identity provider. */
function Pages() {
  const [router] = useState(() => createBrowserRouter(routes))
  return <RouterProvider router={router} />
}
