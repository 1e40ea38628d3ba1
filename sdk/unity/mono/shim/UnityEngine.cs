// The few types of UnityEngine that the SDK and its samples touch, so that what is written for Unity compiles without it. HTTP really
// asks; the rest does as little as the tests need. Never shipped.

using System;
using System.Collections.Generic;
using System.Net;
using System.Reflection;
using System.Threading.Tasks;

namespace UnityEngine
{
    public class Object
    {
        public HideFlags hideFlags;

        public static void DontDestroyOnLoad(Object kept)
        {
        }

        public static implicit operator bool(Object there)
        {
            return there != null;
        }
    }

    [Flags]
    public enum HideFlags
    {
        None = 0,
        HideAndDontSave = 61,
    }

    public class Component : Object
    {
        private readonly Transform itself = null;

        public Transform transform
        {
            get { return itself ?? new Transform(); }
        }
    }

    public class Transform : Object
    {
        public Vector3 InverseTransformPoint(Vector3 point)
        {
            return point;
        }
    }

    public class Behaviour : Component
    {
        public bool enabled = true;
    }

    public class MonoBehaviour : Behaviour
    {
    }

    public sealed class SerializeField : Attribute
    {
    }

    public sealed class GameObject : Object
    {
        public GameObject(string name)
        {
        }

        public T AddComponent<T>() where T : Component, new()
        {
            var component = new T();
            Shim.Components.Add(component);
            return component;
        }
    }

    public struct Vector3
    {
        public float x;
        public float y;
        public float z;

        public Vector3(float x, float y, float z)
        {
            this.x = x;
            this.y = y;
            this.z = z;
        }

        public float magnitude
        {
            get { return (float)Math.Sqrt((x * x) + (y * y) + (z * z)); }
        }
    }

    public struct Rect
    {
        public float x;
        public float y;
        public float width;
        public float height;

        public Rect(float x, float y, float width, float height)
        {
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
        }
    }

    public static class Mathf
    {
        public static float Abs(float value)
        {
            return Math.Abs(value);
        }

        public static float Max(float a, float b)
        {
            return Math.Max(a, b);
        }
    }

    public static class Screen
    {
        public static int width = 1280;
        public static int height = 720;
    }

    public static class Time
    {
        public static float realtimeSinceStartup;
    }

    public enum RuntimePlatform
    {
        LinuxEditor = 16,
    }

    public static class Application
    {
        public static event Action quitting;

        public static string unityVersion
        {
            get { return "0.0.0shim"; }
        }

        public static RuntimePlatform platform
        {
            get { return RuntimePlatform.LinuxEditor; }
        }

        public static void QuitNow()
        {
            Action listeners = quitting;
            if (listeners != null)
            {
                listeners();
            }
        }
    }

    public static class Debug
    {
        public static void Log(object message)
        {
            Console.WriteLine(message);
        }

        public static void LogWarning(object message)
        {
            Console.WriteLine(message);
        }
    }

    public static class GUI
    {
        public static void Box(Rect position, string text)
        {
        }

        public static void Label(Rect position, string text)
        {
        }
    }

    public static class GUILayout
    {
        public static void BeginArea(Rect area)
        {
        }

        public static void EndArea()
        {
        }

        public static void Label(string text)
        {
        }

        public static string TextField(string text)
        {
            return text;
        }

        public static bool Button(string text)
        {
            return false;
        }
    }

    /// <summary>What a test does in the place of Unity's loop.</summary>
    public static class Shim
    {
        public static readonly List<Component> Components = new List<Component>();

        /// <summary>One frame: every component that is enabled is updated.</summary>
        public static void Frame(float seconds)
        {
            Time.realtimeSinceStartup += seconds;
            foreach (Component each in Components.ToArray())
            {
                MethodInfo update = each.GetType().GetMethod("Update", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
                if (update != null && ((Behaviour)each).enabled)
                {
                    update.Invoke(each, null);
                }
            }
        }
    }
}

namespace UnityEngine.Scripting
{
    public sealed class PreserveAttribute : Attribute
    {
    }
}

namespace UnityEngine.Networking
{
    public abstract class UploadHandler
    {
        public string contentType;
        internal byte[] Data;
    }

    public sealed class UploadHandlerRaw : UploadHandler
    {
        public UploadHandlerRaw(byte[] data)
        {
            Data = data;
        }
    }

    public sealed class DownloadHandlerBuffer
    {
        public string text = "";
    }

    public sealed class UnityWebRequestAsyncOperation
    {
        private readonly Task work;
        private readonly System.Threading.SynchronizationContext home = System.Threading.SynchronizationContext.Current;

        internal UnityWebRequestAsyncOperation(Task work)
        {
            this.work = work;
        }

        /// <summary>Raised where the request was sent from, as Unity does.</summary>
        public event Action<UnityWebRequestAsyncOperation> completed
        {
            add
            {
                work.ContinueWith(done =>
                {
                    if (home == null)
                    {
                        value(this);
                    }
                    else
                    {
                        home.Post(nothing => value(this), null);
                    }
                });
            }
            remove { }
        }
    }

    public sealed class UnityWebRequest : IDisposable
    {
        private readonly HttpWebRequest request;
        private readonly Dictionary<string, string> headers = new Dictionary<string, string>();

        public UnityWebRequest(string url, string method)
        {
            request = (HttpWebRequest)WebRequest.Create(url);
            request.Method = method;
            request.AllowAutoRedirect = false;
        }

        public UploadHandler uploadHandler { get; set; }

        public DownloadHandlerBuffer downloadHandler { get; set; }

        public int redirectLimit { get; set; }

        public long responseCode { get; private set; }

        public string error { get; private set; }

        public void SetRequestHeader(string name, string value)
        {
            switch (name)
            {
                case "Accept":
                    request.Accept = value;
                    break;
                case "User-Agent":
                    request.UserAgent = value;
                    break;
                default:
                    request.Headers[name] = value;
                    break;
            }
        }

        public UnityWebRequestAsyncOperation SendWebRequest()
        {
            return new UnityWebRequestAsyncOperation(Task.Run(new Action(Ask)));
        }

        public Dictionary<string, string> GetResponseHeaders()
        {
            return headers;
        }

        public void Abort()
        {
            request.Abort();
        }

        public void Dispose()
        {
        }

        private void Ask()
        {
            try
            {
                if (uploadHandler != null)
                {
                    request.ContentType = uploadHandler.contentType;
                    using (var body = request.GetRequestStream())
                    {
                        body.Write(uploadHandler.Data, 0, uploadHandler.Data.Length);
                    }
                }
                using (var response = (HttpWebResponse)request.GetResponse())
                {
                    Read(response);
                }
            }
            catch (WebException e)
            {
                if (e.Response == null)
                {
                    error = e.Message;
                    return;
                }
                using (var response = (HttpWebResponse)e.Response)
                {
                    Read(response);
                }
            }
        }

        private void Read(HttpWebResponse response)
        {
            foreach (string name in response.Headers.AllKeys)
            {
                headers[name] = response.Headers[name];
            }
            using (var reader = new System.IO.StreamReader(response.GetResponseStream()))
            {
                downloadHandler.text = reader.ReadToEnd();
            }
            responseCode = (long)response.StatusCode;
        }
    }
}
