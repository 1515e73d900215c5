from app.views.page import render

render()
