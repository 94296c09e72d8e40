filedesc://a.arc 0.0.0.0 20260303000000 text/plain 5
1 0 

https://a.example/ 10.0.0.1 20260303000000 text/html 187
HTTP/1.1 200 OK
Content-Type: text/html

<html><head><title>Ferry leaves</title></head><body><p>The ferry left the pier of Port Elm at dawn with many people on board.</p></body></html>
