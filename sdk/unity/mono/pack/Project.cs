using System;
using Jiga.Store;

/// <summary>An empty project that has the package and nothing else.</summary>
internal static class Project
{
    private static int Main()
    {
        using (var store = new JigaStore(new JigaStoreOptions { BaseUrl = "http://127.0.0.1:1", MaxRetries = 0 }))
        {
            try
            {
                store.Marketplace.Browse().PageAsync().GetAwaiter().GetResult();
                return 1;
            }
            catch (ConnectionException e)
            {
                Console.WriteLine(SdkVersion.Number + ": " + e.Message);
                return 0;
            }
        }
    }
}
